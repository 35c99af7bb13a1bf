package io.aurorarestore.model.settings;

/**
 * Whether the server certificate of the promoted cluster, which was made for the staging names, is renewed.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html">Changing the name</a>
 */
public enum Certificate {
    /** Leave it as it is. */
    LEAVE,
    /** Stop and start the cluster before its endpoint is verified: nobody serves for some minutes more. */
    RENEW
}
