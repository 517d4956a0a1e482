package org.shouxin.chassis.messaging;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in what follows from a channel's name: {@code x-thing} reads the topic {@code x.thing} and
 * leaves its dead letters in {@code x.thing.dead-letter.<service>}. A value set anywhere wins.
 */
public class ChannelDefaults implements ConfigSourceInterceptor {

  private static final Pattern TOPIC =
      Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.topic");
  private static final Pattern DEAD_LETTERS =
      Pattern.compile("(mp\\.messaging\\.incoming\\.[^.]+\\.)dead-letter-queue\\.topic");
  private static final String DEAD_LETTER = ".dead-letter.";
  private static final String SERVICE = "shouxin.service";

  @Override
  public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
    ConfigValue known = context.proceed(name);
    if (known != null && known.getValue() != null) {
      return known;
    }
    Matcher topic = TOPIC.matcher(name);
    if (topic.matches()) {
      return value(name, topic.group(1).replace('-', '.'));
    }
    Matcher deadLetters = DEAD_LETTERS.matcher(name);
    if (deadLetters.matches()) {
      ConfigValue source = getValue(context, deadLetters.group(1) + "topic");
      ConfigValue service = context.proceed(SERVICE);
      if (source != null && service != null) {
        return value(name, source.getValue() + DEAD_LETTER + service.getValue());
      }
    }
    return known;
  }

  private static ConfigValue value(String name, String value) {
    return ConfigValue.builder().withName(name).withValue(value).build();
  }
}
