package io.aurorarestore.adapter.dynamodb;

import io.aurorarestore.app.config.ServiceConfig;
import io.aurorarestore.model.Failure;
import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.restore.DatabaseJob;
import io.aurorarestore.model.restore.JobReport;
import io.aurorarestore.model.restore.ScriptProgress;
import io.aurorarestore.port.JobResults;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Stores the results of database jobs under keys that begin with {@code JOB#}: by them the IAM roles tell who may
 * write what.
 */
@ApplicationScoped
class DynamoDbJobResults implements JobResults {

    private static final String OUTCOME = "outcome";
    private static final String DETAIL = "detail";
    private static final String CODE = "code";
    private static final String WARNINGS = "warnings";
    private static final String RUN = "run";
    private static final String PROGRESS = "progress";
    private static final String VERIFIED = "verified";

    private final DynamoDbAsyncClient dynamoDb;
    private final ServiceConfig config;
    private final Clock clock;

    DynamoDbJobResults(DynamoDbAsyncClient dynamoDb, ServiceConfig config, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Void> write(JobReport report) {
        return Uni.createFrom()
                .completionStage(() -> dynamoDb.putItem(put -> put.tableName(config.stateTable())
                        .item(item(report))
                        .conditionExpression(condition(report))
                        .expressionAttributeNames(Map.of("#outcome", OUTCOME))
                        .expressionAttributeValues(values(report))))
                .replaceWithVoid()
                .onFailure(ConditionalCheckFailedException.class)
                .recoverWithNull()
                .onFailure()
                .transform(DynamoDbErrors::classify);
    }

    /** As {@link JobReport#replaces} has it. */
    private static String condition(JobReport report) {
        String better = report.outcome() == JobReport.Outcome.DONE
                ? "#outcome <> :failed"
                : "run = :run and #outcome <> :failed"
                        + (report.outcome() == JobReport.Outcome.RUNNING ? " and #outcome = :running" : "");
        return "attribute_not_exists(pk) or (#outcome <> :done and (run < :run or (" + better + ")))";
    }

    private static Map<String, AttributeValue> values(JobReport report) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":run", Items.number(report.job().run()));
        values.put(":done", Items.text(JobReport.Outcome.DONE.name()));
        values.put(":failed", Items.text(JobReport.Outcome.FAILED.name()));
        if (report.outcome() == JobReport.Outcome.RUNNING) {
            values.put(":running", Items.text(JobReport.Outcome.RUNNING.name()));
        }
        return values;
    }

    private Map<String, AttributeValue> item(JobReport report) {
        Map<String, AttributeValue> item = new HashMap<>(key(report.job()));
        item.put(OUTCOME, Items.text(report.outcome().name()));
        item.put(DETAIL, Items.text(report.detail()));
        item.put(RUN, Items.number(report.job().run()));
        report.verified().ifPresent(what -> item.put(VERIFIED, Items.text(what)));
        report.progress().ifPresent(progress -> item.put(PROGRESS, AttributeValue.fromM(of(progress))));
        report.failure()
                .ifPresent(failure -> item.put(CODE, Items.text(failure.code().name())));
        if (!report.warnings().isEmpty()) {
            item.put(
                    WARNINGS,
                    AttributeValue.fromL(
                            report.warnings().stream().map(Items::text).toList()));
        }
        item.put(
                "expiresAt", Items.number(clock.instant().plus(Items.REMEMBERED).getEpochSecond()));
        return item;
    }

    @Override
    public Uni<Optional<JobReport>> of(DatabaseJob job) {
        return DynamoDbErrors.call(() -> dynamoDb.getItem(
                        get -> get.tableName(config.stateTable()).key(key(job)).consistentRead(true)))
                .map(answer -> answer.hasItem() ? Optional.of(report(job, answer.item())) : Optional.empty());
    }

    static JobReport report(DatabaseJob asked, Map<String, AttributeValue> item) {
        int run = (int) number(item, RUN);
        DatabaseJob job = new DatabaseJob(asked.restore(), asked.step(), asked.attempt(), run);
        String detail = Items.textOf(item, DETAIL);
        return switch (JobReport.Outcome.valueOf(Items.textOf(item, OUTCOME))) {
            case DONE ->
                JobReport.done(
                        job,
                        detail,
                        warnings(item),
                        Optional.ofNullable(item.get(VERIFIED)).map(AttributeValue::s));
            case NOT_YET -> JobReport.notYet(job, detail);
            case FAILED -> JobReport.failed(job, new Failure(code(item), detail));
            case RUNNING -> JobReport.running(job, progress(item));
            case CONTINUES -> JobReport.continues(job, progress(item));
        };
    }

    private static Map<String, AttributeValue> of(ScriptProgress progress) {
        return Map.of(
                "script", Items.text(progress.script()),
                "number", Items.number(progress.number()),
                "scripts", Items.number(progress.scripts()),
                "rounds", Items.number(progress.rounds()),
                "rows", Items.number(progress.rows()),
                "at", Items.text(progress.at().toString()));
    }

    private static ScriptProgress progress(Map<String, AttributeValue> report) {
        Map<String, AttributeValue> item =
                report.getOrDefault(PROGRESS, AttributeValue.fromM(Map.of())).m();
        return new ScriptProgress(
                Items.textOf(item, "script"),
                (int) number(item, "number"),
                (int) number(item, "scripts"),
                number(item, "rounds"),
                number(item, "rows"),
                Instant.parse(Items.textOf(item, "at")));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(item.getOrDefault(name, Items.number(1)).n());
    }

    private static List<String> warnings(Map<String, AttributeValue> item) {
        return item.containsKey(WARNINGS)
                ? item.get(WARNINGS).l().stream().map(AttributeValue::s).toList()
                : List.of();
    }

    /** A code that only a later version of the other function knows is as good as any. */
    private static FailureCode code(Map<String, AttributeValue> item) {
        try {
            return FailureCode.valueOf(Items.textOf(item, CODE));
        } catch (IllegalArgumentException e) {
            return FailureCode.DATABASE_FAILED;
        }
    }

    static Map<String, AttributeValue> key(DatabaseJob job) {
        return Map.of(
                "pk", Items.text("JOB#" + job.restore()),
                "sk", Items.text(job.step().name() + "#" + job.attempt()));
    }
}
