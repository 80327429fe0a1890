/** Proof that no regular expression of ours can be made slow or deep by its input. */
@NullMarked
package org.parley.platform.test.pattern;

import org.jspecify.annotations.NullMarked;
