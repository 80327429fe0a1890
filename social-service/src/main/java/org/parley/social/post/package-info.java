/** Posts of people. */
@NullMarked
package org.parley.social.post;

import org.jspecify.annotations.NullMarked;
