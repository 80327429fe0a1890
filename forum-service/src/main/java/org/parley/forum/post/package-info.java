/** Posts: their rules, storage and access control. */
@NullMarked
package org.parley.forum.post;

import org.jspecify.annotations.NullMarked;
