package org.shouxin.servicing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingGroupTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

  @Test
  void debitsAndCreditsBalance() {
    PostingGroup group =
        PostingGroup.of(null, DAY, "loan.payment", "CNY")
            .debit(Account.CASH_AT_BANK, 100)
            .credit(Account.LOAN_PRINCIPAL, 70)
            .credit(Account.INTEREST_RECEIVABLE, 30)
            .credit(Account.PENALTY_RECEIVABLE, 0)
            .build();

    assertThat(group.entries())
        .containsExactly(
            new PostingGroup.Entry(Account.CASH_AT_BANK, 100),
            new PostingGroup.Entry(Account.LOAN_PRINCIPAL, -70),
            new PostingGroup.Entry(Account.INTEREST_RECEIVABLE, -30));
  }

  @Test
  void aGroupThatDoesNotBalanceCannotExist() {
    PostingGroup.Builder lopsided =
        PostingGroup.of(null, DAY, "loan.payment", "CNY").debit(Account.CASH_AT_BANK, 1);

    assertThatThrownBy(lopsided::build).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLogsLeafIsMadeOfEveryFigure() {
    PostingGroup group =
        new PostingGroup(
            null,
            DAY,
            "loan.payment",
            "CNY",
            List.of(
                new PostingGroup.Entry(Account.CASH_AT_BANK, 5),
                new PostingGroup.Entry(Account.LOAN_PRINCIPAL, -5)));

    assertThat(new String(PostingContent.of(null, group), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"businessDate\":\"%s\",\"currency\":\"CNY\",\"entries\":[{\"account\":\"1001\","
                    .formatted(DAY)
                + "\"minor\":5},{\"account\":\"1101\",\"minor\":-5}],\"reason\":\"loan.payment\"}");
  }
}
