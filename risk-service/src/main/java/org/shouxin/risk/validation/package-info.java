/** Figures about scores and outcomes: how well they part, how true they are, whether they drift. */
package org.shouxin.risk.validation;
