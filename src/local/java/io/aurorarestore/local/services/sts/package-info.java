/** STS: says who calls. Read {@code Sts}. */
package io.aurorarestore.local.services.sts;
