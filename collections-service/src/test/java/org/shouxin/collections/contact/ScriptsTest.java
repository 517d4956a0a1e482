package org.shouxin.collections.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.collections.contact.model.Channel;

class ScriptsTest {
  private final Scripts scripts = new Scripts();

  @ParameterizedTest
  @EnumSource(Channel.class)
  void everyChannelHasAText(Channel channel) {
    assertThat(scripts.any(channel).channels()).contains(channel);
  }

  @Test
  void anInventedTextIsUnknown() {
    assertThat(scripts.find("PAY_OR_ELSE")).isEmpty();
  }
}
