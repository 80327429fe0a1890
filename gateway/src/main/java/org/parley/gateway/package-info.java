/**
 * The one door: routes, limits, headers.
 */
@NullMarked
package org.parley.gateway;

import org.jspecify.annotations.NullMarked;
