/** Boosted trees: trained by XGBoost in process, scored and explained by our own flat arrays. */
package org.shouxin.risk.boosting;
