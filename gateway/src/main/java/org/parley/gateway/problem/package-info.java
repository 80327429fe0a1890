/**
 * What the gateway answers when it answers itself: RFC 9457 problems.
 */
@NullMarked
package org.parley.gateway.problem;

import org.jspecify.annotations.NullMarked;
