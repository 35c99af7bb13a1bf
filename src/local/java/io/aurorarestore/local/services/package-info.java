/** The other AWS services, one subpackage each; this package holds what names them all. Read {@code Aws}. */
package io.aurorarestore.local.services;
