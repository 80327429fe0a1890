/** Views of threads: each visit of a person counts once. */
@NullMarked
package org.parley.forum.view;

import org.jspecify.annotations.NullMarked;
