package org.shouxin.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none                     | zh-CN",
        "''                       | zh-CN",
        "zh                       | zh-CN",
        "zh-Hans-CN               | zh-CN",
        "en                       | en",
        "en-GB,en;q=0.9           | en",
        "fr,en;q=0.5              | en",
        "fr                       | zh-CN",
        "zh-CN;q=0.2,en;q=0.9     | en",
        "*                        | zh-CN",
        "en;q=notanumber          | zh-CN",
        ";;;,,,                   | zh-CN",
      })
  void theLanguageOfAHeader(String header, String language) {
    assertThat(Texts.locale(header).toLanguageTag()).isEqualTo(language);
  }

  @Test
  void anEndlessHeaderIsNotParsed() {
    assertThat(Texts.locale("en,".repeat(1_000))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
  }

  @Test
  void missingTextsAreMissing() {
    assertThat(Texts.find("no-such-bundle", Locale.ENGLISH, "key")).isEmpty();
    assertThat(Texts.find("problems", Locale.ENGLISH, "no-such-key")).isEmpty();
    assertThat(Texts.of("problems", Locale.ENGLISH, "stale")).isEqualTo("Out of date");
    assertThat(Texts.of("problems", Locale.SIMPLIFIED_CHINESE, "stale")).isEqualTo("版本已过时");
  }

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertThat(keys("/messages/problems.properties").keySet())
        .isEqualTo(keys("/messages/problems_en.properties").keySet());
  }

  private static Properties keys(String file) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = TextsTest.class.getResourceAsStream(file)) {
      texts.load(in);
    }
    return texts;
  }
}
