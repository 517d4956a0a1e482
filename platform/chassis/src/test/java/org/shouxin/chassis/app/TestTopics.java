package org.shouxin.chassis.app;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.shouxin.localstack.testing.LocalStackResource;

/** The topics of the test application. */
public class TestTopics implements QuarkusTestResourceLifecycleManager {

  private static final short ONE_REPLICA = 1;

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, LocalStackResource.kafkaBootstrap()))) {
      Set<String> existing = admin.listTopics().names().get();
      admin
          .createTopics(
              Stream.of(
                      new NewTopic("test.made", 4, ONE_REPLICA),
                      new NewTopic("test.hot", 4, ONE_REPLICA),
                      new NewTopic("test.thing", 4, ONE_REPLICA),
                      new NewTopic("test.thing.dead-letter.risk", 1, ONE_REPLICA),
                      new NewTopic("test.letterless", 1, ONE_REPLICA),
                      new NewTopic("test.groupless", 1, ONE_REPLICA),
                      new NewTopic("test.brokerless", 1, ONE_REPLICA))
                  .filter(topic -> !existing.contains(topic.name()))
                  .toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Map.of();
  }

  @Override
  public void stop() {}
}
