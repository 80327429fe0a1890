/** Texts that everybody may see since a post or its author's account was opened. */
@NullMarked
package org.parley.social.opening;

import org.jspecify.annotations.NullMarked;
