/** Tests of calls of outside models. */
@NullMarked
package org.parley.platform.ai;

import org.jspecify.annotations.NullMarked;
