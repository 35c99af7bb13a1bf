package io.aurorarestore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.text.Sensitive;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ScramVerifierTest {

    /** The example of RFC 7677 has the salt W22ZaJ0SNY7soEsUEjb6gQ== and 4096 iterations for the password "pencil". */
    @Test
    void it_is_the_one_of_the_rfc() {
        byte[] salt = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");

        assertThat(ScramVerifier.of(new Sensitive("pencil"), salt))
                .isEqualTo("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$"
                        + "WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=");
    }

    @Test
    void each_one_has_its_own_salt() {
        assertThat(ScramVerifier.of(new Sensitive("pencil"))).isNotEqualTo(ScramVerifier.of(new Sensitive("pencil")));
    }
}
