package org.shouxin.collections.hold.rest;

import jakarta.validation.constraints.NotNull;
import org.shouxin.collections.hold.model.HoldKind;

/** Why a case is to be held. */
public record HoldRequest(@NotNull HoldKind kind, @NotNull String reason) {}
