/** Calls of outside models, within limits and without personal data. */
@NullMarked
package org.parley.platform.ai;

import org.jspecify.annotations.NullMarked;
