package io.aurorarestore.docs.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.docs.ShellWords;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;

class RequestsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "rds describe-db-clusters --region us-west-2 --db-cluster-identifier orders;"
                        + " {'DBClusterIdentifier':'orders'}",
                "rds describe-db-clusters --filters Name=engine,Values=a,b;"
                        + " {'Filters':[{'Name':'engine','Values':['a','b']}]}",
                "rds delete-db-cluster --db-cluster-identifier x --skip-final-snapshot;"
                        + " {'DBClusterIdentifier':'x','SkipFinalSnapshot':true}",
                "rds modify-db-cluster --db-cluster-identifier x --no-deletion-protection;"
                        + " {'DBClusterIdentifier':'x','DeletionProtection':false}",
                "rds add-tags-to-resource --resource-name a --tags Key=b,Value=c Key=d,Value=e;"
                        + " {'ResourceName':'a','Tags':[{'Key':'b','Value':'c'},{'Key':'d','Value':'e'}]}",
                "sns publish --topic-arn a --message b; {'TopicArn':'a','Message':'b'}",
                "sqs receive-message --queue-url q --wait-time-seconds 5; {'QueueUrl':'q','WaitTimeSeconds':5}",
                "sns subscribe --topic-arn a --protocol sqs --notification-endpoint b --attributes RawMessageDelivery=true;"
                        + " {'TopicArn':'a','Protocol':'sqs','Endpoint':'b','Attributes':{'RawMessageDelivery':'true'}}",
                "sqs get-queue-attributes --queue-url q --attribute-names QueueArn All;"
                        + " {'QueueUrl':'q','AttributeNames':['QueueArn','All']}",
                "dynamodb get-item --table-name t --key '{\"pk\": {\"S\": \"1\"}}' --consistent-read;"
                        + " {'TableName':'t','Key':{'pk':{'S':'1'}},'ConsistentRead':true}",
            })
    void the_words_make_the_request(String command, String request) {
        CommandLine line = CommandLine.of(ShellWords.commands(command).get(0));
        SdkPojo made =
                SdkService.named(line.service()).operation(line.operation()).request(line.options());

        assertThat(Pojos.json(made).toString()).isEqualTo(request.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rds",
                "rds describe-db-clusters --nothing",
                "rds describe-db-clusters --db-cluster-identifier",
                "rds describe-db-clusters --db-cluster-identifier a b",
                "rds describe-nothing",
                "nothing at-all",
                "rds describe-db-clusters --region",
            })
    void what_is_no_request_is_told(String command) {
        AwsStandIn aws = new AwsStandIn(System.out, System.err);

        assertThat(aws.run(List.of(command.split(" ")))).isEqualTo(252);
    }
}
