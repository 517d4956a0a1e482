package org.shouxin.origination.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.shouxin.chassis.problem.Invalid;

/** Phone, card, name and mail address: what passes, what is refused by which rule, how it shows. */
class ValuesTest {

  @Example
  void aPhoneIsKeptInOneSpelling() {
    assertThat(PhoneNumber.of("138 0013 8000").value()).isEqualTo("+8613800138000");
    assertThat(PhoneNumber.of("+86-138-0013-8000").value()).isEqualTo("+8613800138000");
  }

  @Example
  void onlyMobilesOfTheMainlandAreTaken() {
    refused(() -> PhoneNumber.of("010 6552 9988"), PhoneNumber.RULE);
    refused(() -> PhoneNumber.of("+1 202 555 0100"), PhoneNumber.RULE);
    refused(() -> PhoneNumber.of("138"), PhoneNumber.RULE);
    refused(() -> PhoneNumber.of("phone"), PhoneNumber.RULE);
    refused(() -> PhoneNumber.of("13800138000\u0007"), PhoneNumber.RULE);
    refused(() -> PhoneNumber.of(null), PhoneNumber.RULE);
    refused(() -> PhoneNumber.of("1".repeat(1000)), PhoneNumber.RULE);
  }

  @Example
  void aCardIsCheckedByLuhn() {
    assertThat(CardNumber.of("6222 0212 3456 7894").last4()).isEqualTo("7894");
    refused(() -> CardNumber.of("6222021234567895"), CardNumber.RULE_CHECK_DIGIT);
    refused(() -> CardNumber.of("12345678901"), CardNumber.RULE_FORMAT);
    refused(() -> CardNumber.of("62220212345678ab"), CardNumber.RULE_FORMAT);
  }

  @Property
  void exactlyOneLastDigitFits(
      @ForAll @LongRange(min = 100_000_000_000_000L, max = 999_999_999_999_999L) long body) {
    int fitting = 0;
    for (int digit = 0; digit < 10; digit++) {
      try {
        CardNumber.of(body + "" + digit);
        fitting++;
      } catch (Invalid refused) {
        assertThat(refused.errors().get(0).rule()).isEqualTo(CardNumber.RULE_CHECK_DIGIT);
      }
    }
    assertThat(fitting).isEqualTo(1);
  }

  @Example
  void aNameIsLettersOfAnyScript() {
    assertThat(PersonName.of(" 测试·甲 ").value()).isEqualTo("测试·甲");
    assertThat(PersonName.of("Test O'Case").value()).isEqualTo("Test O'Case");
    refused(() -> PersonName.of(""), PersonName.RULE);
    refused(() -> PersonName.of("a<script>"), PersonName.RULE);
    refused(() -> PersonName.of("甲\n乙"), PersonName.RULE);
    refused(() -> PersonName.of("甲".repeat(51)), PersonName.RULE);
  }

  @Example
  void aMailAddressHasADomainInLowerCase() {
    assertThat(EmailAddress.of("A.b@Example.ORG").value()).isEqualTo("A.b@example.org");
    refused(() -> EmailAddress.of("nobody"), EmailAddress.RULE);
    refused(() -> EmailAddress.of("a@b@c"), EmailAddress.RULE);
    refused(() -> EmailAddress.of("a b@example.org"), EmailAddress.RULE);
  }

  @Example
  void noneShowsItself() {
    assertThat(PhoneNumber.of("13800138000")).hasToString("138****8000");
    assertThat(CardNumber.of("6222021234567894")).hasToString("****7894");
    assertThat(PersonName.of("测试甲")).hasToString("测*");
    assertThat(EmailAddress.of("someone@example.org")).hasToString("s***@example.org");
  }

  private static void refused(Supplier<?> value, String rule) {
    assertThatThrownBy(value::get)
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.errors().get(0).rule()).isEqualTo(rule));
  }
}
