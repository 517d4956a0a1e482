package org.shouxin.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void everyReasonHasTextsInBothLanguages() {
    for (Reason reason : Reason.values()) {
      String chinese = Texts.title(reason, Locale.SIMPLIFIED_CHINESE);
      String english = Texts.title(reason, Locale.ENGLISH);
      assertThat(chinese).as(reason.name()).isNotBlank().isNotEqualTo(english);
      assertThat(english).as(reason.name()).matches("\\p{ASCII}+");
      assertThat(Texts.detail(reason, Locale.SIMPLIFIED_CHINESE)).isNotBlank();
      assertThat(Texts.detail(reason, Locale.ENGLISH)).matches("\\p{ASCII}+");
    }
  }

  @Test
  void languageIsWhatTheCallerAcceptsElseChinese() {
    assertThat(Texts.language("en-US,en;q=0.9")).isEqualTo(Locale.ENGLISH);
    assertThat(Texts.language("zh-TW, en;q=0.5")).isEqualTo(Locale.CHINESE);
    assertThat(Texts.language("fr, en;q=0.5")).isEqualTo(Locale.ENGLISH);
    for (String other : new String[] {null, "", "fr", ";;;", "*", "x".repeat(500)}) {
      assertThat(Texts.tag(Texts.language(other))).as(other).isEqualTo("zh-CN");
    }
  }

  @Test
  void problemHasTheMembersOfRfc9457AndItsOwn() {
    JsonObject body =
        Problems.body(
            new Refusal(Reason.BODY_TOO_LARGE).with("bytesMax", 16), "r-1", Locale.ENGLISH);

    assertThat(body.fieldNames())
        .containsExactly("type", "title", "status", "detail", "instance", "rule", "bytesMax");
    assertThat(body.getString("type")).isEqualTo("https://shouxin.org/problems/body-too-large");
    assertThat(body.getString("instance")).isEqualTo("urn:request:r-1");
  }
}
