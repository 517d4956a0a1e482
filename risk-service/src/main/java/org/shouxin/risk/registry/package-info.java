/** Trained models and their stages; who decides on whom while a challenger is tried. */
package org.shouxin.risk.registry;
