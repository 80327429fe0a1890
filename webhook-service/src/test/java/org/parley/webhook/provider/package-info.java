/** What every provider must refuse. */
@NullMarked
package org.parley.webhook.provider;

import org.jspecify.annotations.NullMarked;
