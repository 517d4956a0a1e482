package org.shouxin.localstack.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The suite's topics with their partition counts, read from {@code topics.properties}. */
public final class Topics {
  private static final String FILE = "/topics.properties";
  private static final short REPLICAS = 1;
  private static final int CREATE_SECONDS_MAX = 60;

  private Topics() {}

  /** Partitions by topic name. */
  public static Map<String, Integer> configured() {
    Properties properties = new Properties();
    try (InputStream file = Topics.class.getResourceAsStream(FILE)) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                name -> name, name -> Integer.parseInt(properties.getProperty(name).strip())));
  }

  /** Creates what topics are missing; a topic that exists keeps its partitions. */
  public static void create(String bootstrapServers) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> existing = admin.listTopics().names().get(CREATE_SECONDS_MAX, TimeUnit.SECONDS);
      admin.createTopics(missing(existing)).all().get(CREATE_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("topics could not be created", e);
    }
  }

  private static List<NewTopic> missing(Collection<String> existing) {
    return configured().entrySet().stream()
        .filter(topic -> !existing.contains(topic.getKey()))
        .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), REPLICAS))
        .toList();
  }
}
