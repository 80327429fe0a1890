/**
 * One id for everything that a request sets in motion.
 */
@NullMarked
package org.parley.gateway.correlation;

import org.jspecify.annotations.NullMarked;
