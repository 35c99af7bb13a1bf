package io.aurorarestore.local.rds;

/**
 * RDS's rules for a master password of Aurora PostgreSQL: 8 to 99 printable ASCII characters without slash, quotes, at
 * sign and space.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html">Modifying a cluster</a>
 */
final class MasterPassword {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 99;
    private static final String FORBIDDEN = "/\"@' ";

    private MasterPassword() {}

    static void check(String password) {
        if (password.length() < SHORTEST) {
            throw invalid(" because it is shorter than %d characters.".formatted(SHORTEST));
        }
        if (password.length() > LONGEST) {
            throw invalid(" because it is longer than %d characters.".formatted(LONGEST));
        }
        if (!password.chars().allMatch(MasterPassword::allowed)) {
            throw invalid(". Only printable ASCII characters besides '/', '@', '\"', ' ' may be used.");
        }
    }

    private static boolean allowed(int letter) {
        return letter > ' ' && letter < 0x7f && FORBIDDEN.indexOf(letter) < 0;
    }

    private static RdsError invalid(String why) {
        return RdsError.invalidValue("The parameter MasterUserPassword is not a valid password" + why);
    }
}
