/** Templates that make posts of what other programs send. */
@NullMarked
package org.parley.forum.incoming.template;

import org.jspecify.annotations.NullMarked;
