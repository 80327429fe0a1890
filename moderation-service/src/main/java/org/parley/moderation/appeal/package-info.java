/** Appeals of authors against statements, and their answers. */
@NullMarked
package org.parley.moderation.appeal;

import org.jspecify.annotations.NullMarked;
