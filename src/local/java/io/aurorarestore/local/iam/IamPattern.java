package io.aurorarestore.local.iam;

import java.util.Locale;
import java.util.regex.Pattern;

/** A text of a policy in which {@code *} stands for any characters and {@code ?} for any one. */
record IamPattern(String text) {

    boolean fits(String value) {
        String regex = Pattern.quote(text).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
    }

    /** Actions are the same in upper and lower case. */
    boolean fitsIgnoringCase(String value) {
        return new IamPattern(text.toLowerCase(Locale.ROOT)).fits(value.toLowerCase(Locale.ROOT));
    }
}
