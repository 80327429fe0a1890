/** Rules about values that are checked together with the constraints of a request. */
@NullMarked
package org.parley.platform.web.rule;

import org.jspecify.annotations.NullMarked;
