package org.shouxin.localstack.story;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An instalment of a loan's live schedule. */
record Due(int number, LocalDate date, BigDecimal total) {}
