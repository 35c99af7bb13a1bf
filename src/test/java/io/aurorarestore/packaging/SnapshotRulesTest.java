package io.aurorarestore.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import io.aurorarestore.OurClasses;
import io.aurorarestore.model.request.Credentials;
import io.aurorarestore.model.restore.Restore;
import io.aurorarestore.model.text.Sensitive;
import io.aurorarestore.notification.StateChange;
import io.vertx.core.net.NetSocket;
import java.net.Socket;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.SdkResponse;

/**
 * SnapStart copies a started function many times, perhaps days later: what all copies would share must not be secret,
 * not random, not a time, not a restore, and not a connection.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html">Uniqueness with SnapStart</a>
 */
class SnapshotRulesTest {

    private static final List<JavaField> LONG_LIVED = LongLived.fields(OurClasses.ALL);

    @Test
    void the_fields_of_beans_are_found() {
        assertThat(LONG_LIVED)
                .extracting(JavaField::getFullName)
                .contains(
                        "io.aurorarestore.adapter.postgres.Connections.secrets",
                        "io.aurorarestore.engine.Reconciler.clock",
                        "io.aurorarestore.lambda.InboxHandler.parser");
    }

    /** News are gathered by a bean, and told before the work that they are of has ended: a picture has none. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                Credentials.class,
                Sensitive.class,
                AwsCredentials.class,
                SdkResponse.class,
                Restore.class,
                io.vertx.sqlclient.SqlClient.class,
                io.vertx.mutiny.sqlclient.SqlClient.class,
                NetSocket.class,
                Socket.class,
                RandomGenerator.class,
                UUID.class,
                Temporal.class,
            })
    void nothing_that_lives_on_can_hold(Class<?> passing) {
        assertThat(LONG_LIVED.stream()
                        .filter(field -> !field.getOwner().isEquivalentTo(StateChange.class))
                        .filter(field -> canHold(field, passing)))
                .isEmpty();
    }

    private static boolean canHold(JavaField field, Class<?> passing) {
        return LongLived.held(field).anyMatch(type -> type.isAssignableTo(passing));
    }
}
