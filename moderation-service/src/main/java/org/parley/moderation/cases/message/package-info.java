/** Cases about messages from before messages were checked. */
@NullMarked
package org.parley.moderation.cases.message;

import org.jspecify.annotations.NullMarked;
