/** The endpoints' URLs and the client that posts to them. */
@NullMarked
package org.parley.webhook.http;

import org.jspecify.annotations.NullMarked;
