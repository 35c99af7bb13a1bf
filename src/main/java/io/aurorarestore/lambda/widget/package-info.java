/**
 * The custom widget of the CloudWatch dashboard: HTML pages of all restores and of one, and the buttons on them. Never here:
 * what the buttons do, which is {@code DashboardActions}'. Read {@code WidgetHandler}, then {@code ActionHandler}.
 */
package io.aurorarestore.lambda.widget;
