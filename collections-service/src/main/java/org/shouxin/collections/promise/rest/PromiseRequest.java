package org.shouxin.collections.promise.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.shouxin.chassis.money.Money;

/** What the debtor promised. */
public record PromiseRequest(@NotNull Money amount, @NotNull LocalDate dueDate) {}
