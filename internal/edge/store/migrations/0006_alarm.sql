-- When a family wants to hear early that minutes are being lost. A mark that is
-- not set is absent.
ALTER TABLE children ADD COLUMN alarm INTEGER CHECK (alarm = 1);
ALTER TABLE children ADD COLUMN alarm_in_a_row INTEGER CHECK (alarm_in_a_row BETWEEN 0 AND 50);
ALTER TABLE children ADD COLUMN alarm_share INTEGER CHECK (alarm_share BETWEEN 0 AND 100);
ALTER TABLE children ADD COLUMN alarm_weeks INTEGER CHECK (alarm_weeks BETWEEN 1 AND 52);
ALTER TABLE children ADD COLUMN alarm_vacancy_days INTEGER CHECK (alarm_vacancy_days BETWEEN 0 AND 200);
ALTER TABLE children ADD COLUMN alarm_fit_days INTEGER CHECK (alarm_fit_days BETWEEN 0 AND 200);
ALTER TABLE children ADD COLUMN alarm_unknown TEXT CHECK (json_valid(alarm_unknown));
