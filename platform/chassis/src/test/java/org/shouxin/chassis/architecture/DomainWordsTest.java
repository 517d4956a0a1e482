package org.shouxin.chassis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chassis knows nothing of lending: no word of it in code, migrations or texts. */
class DomainWordsTest {

  private static final Pattern WORDS =
      Pattern.compile(
          "loan|borrow|lend|repay|repaid|risk|blacklist|score|credit|debt|instal|overdue|delinquen"
              + "|origination|servicing|collections|collector|agency|applicant|disburse|arrears"
              + "|贷|借款|还款|催收|逾期|黑名单",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern THE_LANGUAGES_OWN =
      Pattern.compile(
          "java\\.util\\.Collections?|java\\.util\\.stream\\.Collectors|\\bColl(ection|ector)s?(?=[.<])");

  @Test
  void noneInTheChassis() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                List<String> words = words(file + "\n" + read(file));
                if (!words.isEmpty()) {
                  found.put(file.toString(), words);
                }
              });
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class LoanBook {}",
        "String borrowerId;",
        "create table repayment (",
        "org/shouxin/chassis/RiskScore.java",
        "还款日=",
        "shouxin.peers.collections.url"
      })
  void offendersAreFound(String text) {
    assertThat(words(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.util.Collections;",
        "Collections.unmodifiableMap(m)",
        "Collectors.toList()"
      })
  void theLanguagesOwnWordsAreNot(String text) {
    assertThat(words(text)).isEmpty();
  }

  private static List<String> words(String text) {
    return WORDS
        .matcher(THE_LANGUAGES_OWN.matcher(text).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
