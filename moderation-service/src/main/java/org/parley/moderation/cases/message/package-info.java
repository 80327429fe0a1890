/** Cases about reported messages of conversations. */
@NullMarked
package org.parley.moderation.cases.message;

import org.jspecify.annotations.NullMarked;
