/** Shadow mode: a policy runs beside the one in force, and nothing takes effect. */
@NullMarked
package org.parley.moderation.shadow;

import org.jspecify.annotations.NullMarked;
