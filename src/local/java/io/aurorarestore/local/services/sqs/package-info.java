/** ElasticMQ in the same process, with the queues of the template and delays that pass faster. Read {@code Sqs}. */
package io.aurorarestore.local.services.sqs;
