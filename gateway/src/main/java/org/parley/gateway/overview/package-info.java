/**
 * What operators see of all services at once.
 */
@NullMarked
package org.parley.gateway.overview;

import org.jspecify.annotations.NullMarked;
