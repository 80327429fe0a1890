/** Rules for texts: validation, tags, slugs, excerpts and differences. */
@NullMarked
package org.parley.forum.text;

import org.jspecify.annotations.NullMarked;
