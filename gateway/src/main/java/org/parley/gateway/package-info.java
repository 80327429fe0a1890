/** The API gateway: routes, limits, headers. */
@NullMarked
package org.parley.gateway;

import org.jspecify.annotations.NullMarked;
