@NullMarked
package org.parley.moderation.check.social;

import org.jspecify.annotations.NullMarked;
