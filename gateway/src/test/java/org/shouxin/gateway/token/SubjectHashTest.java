package org.shouxin.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectHashTest {

  @Test
  void sameKeySameHashOtherKeyOtherHash() {
    SubjectHash one = new SubjectHash(Optional.of("key-1"));

    assertThat(one.of("subject")).matches("[0-9a-f]{16}").doesNotContain("subject");
    assertThat(new SubjectHash(Optional.of("key-1")).of("subject")).isEqualTo(one.of("subject"));
    assertThat(new SubjectHash(Optional.of("key-2")).of("subject")).isNotEqualTo(one.of("subject"));
    assertThat(new SubjectHash(Optional.empty()).of("subject"))
        .isNotEqualTo(new SubjectHash(Optional.empty()).of("subject"));
  }
}
