/** Events of social-service about posts, comments, reactions and accounts. */
@NullMarked
package org.parley.contracts.social;

import org.jspecify.annotations.NullMarked;
