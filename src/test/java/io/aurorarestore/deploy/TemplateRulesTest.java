package io.aurorarestore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.local.template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has to fit together in the service's template. */
class TemplateRulesTest {

    private static final String DATABASE = "aurora-restore-database";

    private final WholeTemplate template = new WholeTemplate();

    /**
     * A job that was killed has to come again soon: Lambda asks for no less than the timeout.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html">AWS's advice: six times</a>
     */
    @Test
    void no_message_comes_again_while_a_function_may_still_work_on_it() {
        assertThat(template.functions()).allSatisfy(function -> {
            int timeout = function.number("Timeout", 3);
            int enough = function.text("FunctionName").equals(DATABASE) ? timeout + 60 : 6 * timeout;
            assertThat(WholeTemplate.events(function, "SQS"))
                    .allSatisfy(event -> assertThat(
                                    template.queue(event.get("Queue").toString())
                                            .number("VisibilityTimeout", 30))
                            .isGreaterThanOrEqualTo(enough));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "300", "900"})
    void what_the_database_function_may_take_is_a_parameter_and_a_killed_job_comes_again_a_minute_later(
            String timeout) {
        WholeTemplate chosen = WholeTemplate.atFirst(Map.of("DatabaseTimeout", timeout));
        Resource function = chosen.functions().stream()
                .filter(one -> one.text("FunctionName").equals(DATABASE))
                .findFirst()
                .orElseThrow();

        assertThat(function.number("Timeout", 3)).isEqualTo(Integer.parseInt(timeout));
        assertThat(WholeTemplate.events(function, "SQS"))
                .extracting(event -> chosen.queue(event.get("Queue").toString()))
                .extracting(queue -> queue.number("VisibilityTimeout", 30))
                .containsExactly(Integer.parseInt(timeout) + 60, Integer.parseInt(timeout) + 60);
    }

    @Test
    void batches_fail_by_message_and_no_queue_takes_all_of_the_accounts_concurrency() {
        assertThat(template.events("SQS")).hasSize(4).allSatisfy(event -> {
            assertThat(event.get("FunctionResponseTypes")).isEqualTo(List.of("ReportBatchItemFailures"));
            assertThat(Resource.asMap(event.get("ScalingConfig"))).containsKey("MaximumConcurrency");
        });
    }

    @Test
    void every_queue_has_a_dead_letter_queue_or_is_one() {
        Set<String> ends = deadLetterQueues().collect(Collectors.toSet());

        assertThat(template.queues())
                .allSatisfy(queue -> assertThat(queue.properties().containsKey("RedrivePolicy")
                                || ends.contains(queue.text("QueueName")))
                        .as(queue.logicalId())
                        .isTrue());
    }

    /** Else a message that a function cannot work on comes again until the queue forgets it. */
    @Test
    void every_queue_that_a_function_reads_gives_up_a_message_to_another_queue() {
        assertThat(template.events("SQS"))
                .allSatisfy(event -> assertThat(
                                template.queue(event.get("Queue").toString()).map("RedrivePolicy"))
                        .containsKeys("deadLetterTargetArn", "maxReceiveCount"));
    }

    @Test
    void every_dead_letter_queue_that_no_function_reads_is_watched() {
        List<Object> read =
                template.events("SQS").map(event -> event.get("Queue")).toList();
        String watched = template.all("AWS::CloudWatch::Alarm").toString();

        assertThat(deadLetterQueues()
                        .filter(name -> read.stream()
                                .noneMatch(queue -> queue.toString().endsWith(":" + name))))
                .hasSize(7)
                .allSatisfy(name -> assertThat(watched).contains("Value=" + name + "}"));
    }

    private Stream<String> deadLetterQueues() {
        Stream<Object> ofQueues = template.queues().stream()
                .map(queue -> queue.map("RedrivePolicy").get("deadLetterTargetArn"));
        Stream<Object> ofTargets = targets().map(target -> deadLetters(target).get("Arn"));
        return Stream.concat(ofQueues, ofTargets)
                .filter(Objects::nonNull)
                .map(arn -> template.queue(arn.toString()).text("QueueName"));
    }

    private static Map<String, Object> deadLetters(Map<String, Object> target) {
        return Resource.asMap(target.getOrDefault("DeadLetterConfig", Map.of()));
    }

    /** All that EventBridge delivers to. */
    private Stream<Map<String, Object>> targets() {
        Stream<Map<String, Object>> ofRules = template.all("AWS::Events::Rule").stream()
                .flatMap(rule -> rule.list("Targets").stream())
                .map(Resource::asMap);
        Stream<Map<String, Object>> ofSchedules =
                template.all("AWS::Scheduler::Schedule").stream().map(schedule -> schedule.map("Target"));
        return Stream.of(ofRules, ofSchedules, template.events("Schedule")).flatMap(some -> some);
    }

    @Test
    void every_target_has_a_dead_letter_queue_of_its_own_and_a_retry_policy() {
        List<Map<String, Object>> targets = targets().toList();

        assertThat(targets)
                .hasSize(5)
                .allSatisfy(target -> assertThat(Resource.asMap(target.get("RetryPolicy")))
                        .containsKeys("MaximumRetryAttempts", "MaximumEventAgeInSeconds"));
        assertThat(targets)
                .extracting(target -> deadLetters(target).get("Arn"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void every_table_is_encrypted_protected_and_can_be_brought_back() {
        assertThat(template.all("AWS::DynamoDB::Table")).hasSize(3).allSatisfy(table -> {
            assertThat(table.properties())
                    .containsEntry("BillingMode", "PAY_PER_REQUEST")
                    .containsEntry("DeletionProtectionEnabled", true);
            assertThat(table.map("PointInTimeRecoverySpecification")).containsEntry("PointInTimeRecoveryEnabled", true);
            assertThat(table.map("SSESpecification")).containsEntry("KMSMasterKeyId", "Key");
        });
        assertThat(template.all("AWS::DynamoDB::Table"))
                .filteredOn(table -> !table.properties().containsKey("TimeToLiveSpecification"))
                .extracting(Resource::logicalId)
                .containsExactly("ConfigTable");
    }

    /** A protected table with a fixed name ends a first deployment that fails in ROLLBACK_FAILED. */
    @Test
    void a_first_deployment_can_be_rolled_back() {
        assertThat(WholeTemplate.atFirst().all("AWS::DynamoDB::Table"))
                .hasSize(3)
                .allSatisfy(table -> assertThat(table.properties()).containsEntry("DeletionProtectionEnabled", false));
    }

    @Test
    void queues_topics_and_logs_are_encrypted_with_the_services_key() {
        assertThat(template.queues()).allMatch(queue -> "Key".equals(queue.text("KmsMasterKeyId")));
        assertThat(template.all("AWS::SNS::Topic"))
                .hasSize(3)
                .allMatch(topic -> "Key".equals(topic.text("KmsMasterKeyId")));
        assertThat(template.all("AWS::Logs::LogGroup"))
                .allMatch(group -> group.text("KmsKeyId").endsWith("key/Key"));
    }

    @Test
    void every_function_writes_to_a_log_group_that_forgets() {
        Map<String, Resource> groups = template.all("AWS::Logs::LogGroup").stream()
                .collect(Collectors.toMap(group -> group.text("LogGroupName"), group -> group));

        assertThat(template.functions()).allSatisfy(function -> {
            Resource group = groups.get(function.map("LoggingConfig").get("LogGroup"));
            assertThat(group.text("LogGroupName")).isEqualTo("/aws/lambda/" + function.text("FunctionName"));
            assertThat(group.number("RetentionInDays", 0)).isPositive();
        });
    }

    @Test
    void only_the_function_that_connects_to_databases_is_in_the_vpc() {
        assertThat(template.functions())
                .filteredOn(function -> function.properties().containsKey("VpcConfig"))
                .extracting(function -> function.text("FunctionName"))
                .containsExactly(DATABASE);
    }

    /** Inbox and database send each other messages, the inbox itself too; Lambda would end that after 16. */
    @Test
    void whoever_a_chain_of_messages_leads_back_to_is_allowed_to_loop_and_nobody_else() {
        assertThat(template.functions())
                .filteredOn(function -> "Allow".equals(function.properties().get("RecursiveLoop")))
                .extracting(function -> function.text("FunctionName"))
                .containsExactly("aurora-restore-inbox", "aurora-restore-database");
        assertThat(template.functions())
                .filteredOn(function -> WholeTemplate.events(function, "SQS").count() > 0)
                .allMatch(function -> function.properties().containsKey("RecursiveLoop"));
    }

    /**
     * A version keeps its configuration, and SAM publishes a new one only where the text of the template changes.
     *
     * @see <a href="https://github.com/aws/serverless-application-model/issues/3820">SAM, issue 3820</a>
     */
    @Test
    void a_changed_parameter_reaches_what_runs_as_no_version_is_in_between() {
        assertThat(template.functions())
                .isNotEmpty()
                .allSatisfy(function -> assertThat(function.properties().keySet())
                        .noneMatch(name -> name.startsWith("AutoPublish") || name.equals("SnapStart")));
        assertThat(template.all("AWS::Lambda::Alias")).isEmpty();
        assertThat(template.all("AWS::Lambda::Permission"))
                .singleElement()
                .satisfies(permission ->
                        assertThat(permission.text("FunctionName")).isEqualTo("aurora-restore-api"));
    }

    @Test
    void every_alarm_is_told() {
        assertThat(template.all("AWS::CloudWatch::Alarm"))
                .isNotEmpty()
                .allSatisfy(alarm -> assertThat(alarm.list("AlarmActions"))
                        .containsExactly("arn:aws:sns:us-east-1:123456789012:aurora-restore-error"));
    }
}
