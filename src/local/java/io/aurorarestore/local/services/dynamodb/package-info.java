/** DynamoDB Local in the same process, with the tables of the template. Read {@code DynamoDb}. */
package io.aurorarestore.local.services.dynamodb;
