/** Rate limits, shared by all instances. */
@NullMarked
package org.parley.gateway.limit;

import org.jspecify.annotations.NullMarked;
