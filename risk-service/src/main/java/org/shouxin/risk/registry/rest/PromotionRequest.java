package org.shouxin.risk.registry.rest;

import jakarta.validation.constraints.NotNull;
import org.shouxin.risk.registry.Stage;

/**
 * @param sharePercent of applicants a challenger decides for, 1 to 50; 0 for other stages
 */
public record PromotionRequest(@NotNull Stage to, int sharePercent) {}
