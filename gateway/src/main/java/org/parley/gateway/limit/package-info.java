/**
 * How many requests a person or an address may make, counted together by all instances.
 */
@NullMarked
package org.parley.gateway.limit;

import org.jspecify.annotations.NullMarked;
